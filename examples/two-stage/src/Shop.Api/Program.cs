using Shop.Api;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHealthChecks();
builder.Services.AddSingleton<Catalogue>();

var app = builder.Build();

app.MapHealthChecks("/healthz");

app.MapGet("/products", (Catalogue catalogue) => catalogue.Products);

app.MapGet("/products/{id:int}/price", (int id, int? quantity, Catalogue catalogue) =>
    catalogue.Find(id) is { } product
        ? Results.Ok(new { product.Name, Total = PriceCalculator.Total(product.Price, quantity ?? 1) })
        : Results.NotFound());

app.Run();
