using Orders.Core;

namespace Orders.Infrastructure.Tests;

public class MemoryOrderStoreTests
{
    private readonly FixedClock _clock = new() { Now = new DateTimeOffset(2025, 12, 31, 12, 0, 0, TimeSpan.Zero) };
    private readonly MemoryOrderStore _store;

    public MemoryOrderStoreTests()
    {
        _store = new MemoryOrderStore(_clock);
    }

    [Fact]
    public void Finds_what_was_added()
    {
        var order = _store.Add("Ada", [new OrderLine("Mug", 1, 9.99m)]);

        Assert.Same(order, _store.Find(order.Number));
    }

    [Fact]
    public void Does_not_find_what_was_not()
    {
        Assert.Null(_store.Find(new OrderNumber(2025, 1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Gives_each_order_a_number_of_its_own(int orders)
    {
        var numbers = new System.Collections.Concurrent.ConcurrentBag<OrderNumber>();
        Parallel.For(0, orders, _ => numbers.Add(_store.Add("Ada", []).Number));

        Assert.Equal(orders, numbers.Distinct().Count());
    }

    [Fact]
    public void Starts_at_one_in_a_new_year()
    {
        _store.Add("Ada", []);
        _clock.Now = _clock.Now.AddDays(1);

        Assert.Equal("2026-00001", _store.Add("Ada", []).Number.ToString());
    }

    [Fact(Skip = "Orders live in memory until there is a database")]
    public void Keeps_orders_over_a_restart()
    {
        var order = _store.Add("Ada", []);

        Assert.NotNull(new MemoryOrderStore(_clock).Find(order.Number));
    }

    private class FixedClock : TimeProvider
    {
        public required DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
