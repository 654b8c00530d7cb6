namespace Shop.Api;

public record Product(int Id, string Name, decimal Price);

public class Catalogue
{
    public IReadOnlyList<Product> Products { get; } =
    [
        new(1, "Coffee beans, 1 kg", 18.90m),
        new(2, "Teapot", 34.00m),
        new(3, "Mug", 9.50m),
    ];

    public Product? Find(int id) => Products.FirstOrDefault(product => product.Id == id);
}
