using Greeter;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();

app.MapGet("/healthz", () => "Healthy");
app.MapGet("/", () => Greeting.For(TimeOnly.FromDateTime(DateTime.UtcNow), null));
app.MapGet("/{name}", (string name) => Greeting.For(TimeOnly.FromDateTime(DateTime.UtcNow), name));

app.Run();
