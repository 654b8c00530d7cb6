namespace Shop.Api;

public static class PriceCalculator
{
    /// <summary>5 % off from 10 pieces, 10 % off from 50, rounded to the cent.</summary>
    public static decimal Total(decimal unitPrice, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, 1);

        var discount = quantity switch
        {
            >= 50 => 0.10m,
            >= 10 => 0.05m,
            _ => 0m,
        };

        return Math.Round(unitPrice * quantity * (1 - discount), 2, MidpointRounding.AwayFromZero);
    }
}
