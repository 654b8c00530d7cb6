namespace Orders.Core.Tests;

public class OrderNumberTests
{
    [Theory]
    [InlineData("2025-00042", 2025, 42)]
    [InlineData("2025-00001", 2025, 1)]
    [InlineData("0001-99999", 1, 99999)]
    public void Reads_what_is_well_formed(string text, int year, int sequence)
    {
        Assert.Equal(new OrderNumber(year, sequence), OrderNumber.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-42")]
    [InlineData("2025-00000")]
    [InlineData("20x5-00042")]
    public void Refuses_what_is_not(string? text)
    {
        Assert.Null(OrderNumber.Parse(text));
    }

    [Fact]
    public void Is_written_as_it_is_read()
    {
        Assert.Equal("2025-00042", new OrderNumber(2025, 42).ToString());
    }

    [Fact]
    public void Starts_again_in_a_new_year()
    {
        Assert.Equal(new OrderNumber(2025, 43), new OrderNumber(2025, 42).Next(2025));
        Assert.Equal(new OrderNumber(2026, 1), new OrderNumber(2025, 42).Next(2026));
    }
}
