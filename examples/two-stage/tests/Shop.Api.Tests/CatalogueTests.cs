namespace Shop.Api.Tests;

public class CatalogueTests
{
    [Fact]
    public void Finds_a_product_by_its_id()
    {
        var catalogue = new Catalogue();

        Assert.Equal("Teapot", catalogue.Find(2)?.Name);
        Assert.Null(catalogue.Find(99));
    }
}
