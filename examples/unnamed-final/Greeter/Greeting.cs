namespace Greeter;

public static class Greeting
{
    public static string For(TimeOnly time, string? name)
    {
        var words = time.Hour switch
        {
            < 5 => "Good night",
            < 12 => "Good morning",
            < 18 => "Good afternoon",
            _ => "Good evening",
        };

        return string.IsNullOrWhiteSpace(name) ? $"{words}!" : $"{words}, {name.Trim()}!";
    }
}
