namespace Greeter.Tests;

public class GreetingTests
{
    [Theory]
    [InlineData(0, "Good night, Ada!")]
    [InlineData(5, "Good morning, Ada!")]
    [InlineData(12, "Good afternoon, Ada!")]
    [InlineData(23, "Good evening, Ada!")]
    public void Greets_by_the_hour(int hour, string expected)
    {
        Assert.Equal(expected, Greeting.For(new TimeOnly(hour, 0), " Ada "));
    }

    [Fact]
    public void Greets_without_a_name()
    {
        Assert.Equal("Good morning!", Greeting.For(new TimeOnly(8, 30), null));
    }

    [Fact(Skip = "The greetings are not translated yet")]
    public void Greets_in_the_language_of_the_visitor()
    {
        Assert.Equal("Goedemorgen!", Greeting.For(new TimeOnly(8, 30), null));
    }
}
