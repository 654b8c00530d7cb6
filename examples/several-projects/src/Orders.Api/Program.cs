using Orders.Core;
using Orders.Infrastructure;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHealthChecks();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IOrderStore, MemoryOrderStore>();

var app = builder.Build();

app.MapHealthChecks("/healthz");

app.MapPost("/orders", (NewOrder order, IOrderStore store) =>
{
    var added = store.Add(order.Customer, order.Lines);
    return Results.Created($"/orders/{added.Number}", new { Number = added.Number.ToString(), added.Net });
});

app.MapGet("/orders/{number}", (string number, IOrderStore store) =>
    OrderNumber.Parse(number) is { } parsed && store.Find(parsed) is { } order
        ? Results.Text(OrderExport.ToCsv(order), "text/csv")
        : Results.NotFound());

app.Run();

record NewOrder(string Customer, List<OrderLine> Lines);
