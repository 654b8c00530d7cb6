namespace WeatherApi.Tests;

public class WeatherForecastTests
{
    [Theory]
    [InlineData(-40, -40)]
    [InlineData(0, 32)]
    [InlineData(21, 70)]
    [InlineData(100, 212)]
    public void Converts_to_Fahrenheit(int celsius, int fahrenheit)
    {
        var forecast = new WeatherForecast { TemperatureC = celsius };

        Assert.Equal(fahrenheit, forecast.TemperatureF);
    }

    [Theory]
    [InlineData(-1, "Freezing")]
    [InlineData(0, "Cool")]
    [InlineData(25, "Hot")]
    public void Summarises_the_temperature(int celsius, string summary)
    {
        var forecast = new WeatherForecast { TemperatureC = celsius };

        Assert.Equal(summary, forecast.Summary);
    }
}
