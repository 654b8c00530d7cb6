using System.Globalization;
using System.Text;
using Orders.Core;

namespace Orders.Infrastructure;

public static class OrderExport
{
    /// <summary>A heading and one row a line, as RFC 4180 describes it.</summary>
    public static string ToCsv(Order order)
    {
        var csv = new StringBuilder("article,quantity,unit price\r\n");

        foreach (var line in order.Lines)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{Quote(line.Article)},{line.Quantity},{line.UnitPrice:0.00}\r\n");
        }

        return csv.ToString();
    }

    private static string Quote(string field)
    {
        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";
    }
}
