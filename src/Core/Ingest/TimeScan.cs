namespace Logister.Core.Ingest;

/// <summary>Reads the parts of an ISO 8601 time from left to right.</summary>
internal ref struct TimeScan(ReadOnlySpan<char> text)
{
    private const int TickDigits = 7;

    private ReadOnlySpan<char> _rest = text;

    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary><c>2026-05-23</c> or <c>20260523</c>, followed by nothing or by a time.</summary>
    public bool TryReadDate(out DateTime date)
    {
        date = default;
        if (!TryReadNumber(4, out var year))
        {
            return false;
        }

        var separated = Skip('-');
        if (!TryReadNumber(2, out var month) || (separated && !Skip('-')) || !TryReadNumber(2, out var day))
        {
            return false;
        }

        if (!AtEnd && _rest[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    /// <summary><c>T15:30</c>, <c>T15:30:00</c> or <c>T15:30:00.123</c>, with or without colons.</summary>
    public bool TryReadTime(out long ticks)
    {
        ticks = 0;
        _rest = _rest[1..];
        if (!TryReadNumber(2, out var hour))
        {
            return false;
        }

        var separated = Skip(':');
        if (!TryReadNumber(2, out var minute))
        {
            return false;
        }

        var second = 0;
        if (!AtEnd && (separated ? _rest[0] == ':' : char.IsAsciiDigit(_rest[0])))
        {
            _ = separated && Skip(':');
            if (!TryReadNumber(2, out second))
            {
                return false;
            }
        }

        // A leap second is a second like any other, one later.
        if (hour > 23 || minute > 59 || second > 60 || !TryReadFraction(out var fraction))
        {
            return false;
        }

        ticks = ((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    /// <summary><c>Z</c>, <c>UTC</c>, <c>+02:00</c>, <c>+0200</c>, <c>+02</c>, after a space or not; nothing is UTC.</summary>
    public bool TryReadOffset(out int minutes)
    {
        minutes = 0;
        _rest = _rest.TrimStart(' ');
        if (AtEnd || Skip('Z') || Skip('z'))
        {
            return true;
        }

        if (_rest is "UTC" or "GMT")
        {
            _rest = [];
            return true;
        }

        var sign = Skip('+') ? 1 : Skip('-') ? -1 : 0;
        if (sign == 0 || !TryReadNumber(2, out var hours))
        {
            return false;
        }

        var remainder = 0;
        if (Skip(':') || !AtEnd)
        {
            if (!TryReadNumber(2, out remainder))
            {
                return false;
            }
        }

        minutes = sign * ((hours * 60) + remainder);
        return true;
    }

    private bool TryReadFraction(out long ticks)
    {
        ticks = 0;
        if (!Skip('.') && !Skip(','))
        {
            return true;
        }

        var digits = 0;
        for (; !AtEnd && char.IsAsciiDigit(_rest[0]); _rest = _rest[1..])
        {
            if (digits < TickDigits)
            {
                ticks = (ticks * 10) + (_rest[0] - '0');
            }

            digits++;
        }

        for (var missing = digits; missing < TickDigits; missing++)
        {
            ticks *= 10;
        }

        return digits > 0;
    }

    private bool TryReadNumber(int digits, out int number)
    {
        number = 0;
        if (_rest.Length < digits)
        {
            return false;
        }

        foreach (var digit in _rest[..digits])
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        _rest = _rest[digits..];
        return true;
    }

    private bool Skip(char expected)
    {
        if (AtEnd || _rest[0] != expected)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }
}
