using System.Globalization;

namespace Orders.Core;

/// <summary>A year and a number within it, written as 2025-00042.</summary>
public record OrderNumber(int Year, int Sequence)
{
    public OrderNumber Next(int year)
    {
        return year == Year ? this with { Sequence = Sequence + 1 } : new OrderNumber(year, 1);
    }

    public override string ToString()
    {
        return string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Sequence:00000}");
    }

    public static OrderNumber? Parse(string? text)
    {
        return text?.Split('-') is [{ Length: 4 } year, { Length: 5 } sequence]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            && s > 0
                ? new OrderNumber(y, s)
                : null;
    }
}
