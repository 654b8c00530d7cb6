namespace Orders.Core;

public interface IOrderStore
{
    Order Add(string customer, IReadOnlyList<OrderLine> lines);

    Order? Find(OrderNumber number);
}
