using Orders.Core;

namespace Orders.Infrastructure.Tests;

public class OrderExportTests
{
    [Theory]
    [InlineData("Mug", "Mug")]
    [InlineData("Coffee beans, 1 kg", "\"Coffee beans, 1 kg\"")]
    [InlineData("Teapot 7\"", "\"Teapot 7\"\"\"")]
    public void Quotes_where_a_field_needs_it(string article, string written)
    {
        var order = new Order(new OrderNumber(2025, 1), "Ada", [new OrderLine(article, 2, 9.5m)]);

        Assert.Equal($"article,quantity,unit price\r\n{written},2,9.50\r\n", OrderExport.ToCsv(order));
    }
}
