namespace Orders.Core;

public record OrderLine(string Article, int Quantity, decimal UnitPrice)
{
    public decimal Amount => Quantity * UnitPrice;
}

public record Order(OrderNumber Number, string Customer, IReadOnlyList<OrderLine> Lines)
{
    public decimal Net => Lines.Sum(line => line.Amount);

    public decimal Total(decimal vatRate)
    {
        return Math.Round(Net * (1 + vatRate), 2, MidpointRounding.AwayFromZero);
    }
}
