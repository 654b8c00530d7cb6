namespace Orders.Core.Tests;

public class OrderTests
{
    private static Order OrderOf(params OrderLine[] lines)
    {
        return new Order(new OrderNumber(2025, 1), "Ada", lines);
    }

    [Theory]
    [InlineData(0, 29.97)]
    [InlineData(0.07, 32.07)]
    [InlineData(0.19, 35.66)]
    public void Adds_the_tax_and_rounds_to_the_cent(decimal vatRate, decimal expected)
    {
        Assert.Equal(expected, OrderOf(new OrderLine("Mug", 3, 9.99m)).Total(vatRate));
    }

    [Fact]
    public void Sums_its_lines()
    {
        Assert.Equal(0m, OrderOf().Net);
        Assert.Equal(42.5m, OrderOf(new OrderLine("Mug", 2, 9.25m), new OrderLine("Teapot", 1, 24m)).Net);
    }
}
