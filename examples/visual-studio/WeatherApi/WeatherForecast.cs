namespace WeatherApi;

public class WeatherForecast
{
    public DateOnly Date { get; set; }

    public int TemperatureC { get; set; }

    public int TemperatureF => 32 + (int)Math.Round(TemperatureC * 1.8);

    public string Summary => TemperatureC switch
    {
        < 0 => "Freezing",
        < 15 => "Cool",
        < 25 => "Mild",
        _ => "Hot",
    };
}
