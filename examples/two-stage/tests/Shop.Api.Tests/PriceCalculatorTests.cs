namespace Shop.Api.Tests;

public class PriceCalculatorTests
{
    [Theory]
    [InlineData(9.50, 1, 9.50)]
    [InlineData(9.50, 9, 85.50)]
    [InlineData(9.50, 10, 90.25)]
    [InlineData(18.90, 50, 850.50)]
    public void Discounts_larger_quantities(decimal unitPrice, int quantity, decimal expected)
    {
        Assert.Equal(expected, PriceCalculator.Total(unitPrice, quantity));
    }

    [Fact]
    public void Refuses_a_quantity_of_zero()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PriceCalculator.Total(9.50m, 0));
    }
}
