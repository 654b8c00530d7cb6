using System.Collections.Concurrent;
using Orders.Core;

namespace Orders.Infrastructure;

public class MemoryOrderStore(TimeProvider clock) : IOrderStore
{
    private readonly ConcurrentDictionary<OrderNumber, Order> _orders = new();
    private readonly Lock _lock = new();
    private OrderNumber _last = new(0, 0);

    public Order Add(string customer, IReadOnlyList<OrderLine> lines)
    {
        lock (_lock)
        {
            _last = _last.Next(clock.GetUtcNow().Year);
            return _orders[_last] = new Order(_last, customer, lines);
        }
    }

    public Order? Find(OrderNumber number)
    {
        return _orders.GetValueOrDefault(number);
    }
}
