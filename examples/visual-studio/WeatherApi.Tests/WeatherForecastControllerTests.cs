using WeatherApi.Controllers;

namespace WeatherApi.Tests;

public class WeatherForecastControllerTests
{
    private readonly WeatherForecastController _controller = new();

    [Fact]
    public void Get_ReturnsFiveDays()
    {
        Assert.Equal(5, _controller.Get().Count());
    }

    [Fact]
    public void Get_ReturnsConsecutiveDates()
    {
        var dates = _controller.Get().Select(forecast => forecast.Date).ToList();

        Assert.All(dates.Zip(dates.Skip(1)), pair => Assert.Equal(pair.First.AddDays(1), pair.Second));
    }
}
