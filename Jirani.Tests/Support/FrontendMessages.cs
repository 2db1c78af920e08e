using System.Buffers.Binary;

namespace Jirani.Tests.Support;

/// <summary>Reads what a client of PostgreSQL sends, however it is cut into pieces, as far as needed to count where it waits.</summary>
internal sealed class FrontendMessages
{
    private readonly byte[] _header = new byte[5];
    private int _headerLength;
    private int _bodyLeft;
    private bool _isStarted;

    // The first message has a length and no type.
    private int HeaderSize => _isStarted ? 5 : 4;

    /// <returns>How many of the messages in this piece are a Sync or a simple query.</returns>
    public int CountWaits(ReadOnlySpan<byte> piece)
    {
        var waits = 0;
        while (!piece.IsEmpty)
        {
            piece = piece[(_bodyLeft > 0 ? SkipBody(piece) : ReadHeader(piece, ref waits))..];
        }

        return waits;
    }

    private int SkipBody(ReadOnlySpan<byte> piece)
    {
        var skipped = Math.Min(_bodyLeft, piece.Length);
        _bodyLeft -= skipped;
        return skipped;
    }

    private int ReadHeader(ReadOnlySpan<byte> piece, ref int waits)
    {
        var taken = Math.Min(HeaderSize - _headerLength, piece.Length);
        piece[..taken].CopyTo(_header.AsSpan(_headerLength));
        _headerLength += taken;
        if (_headerLength == HeaderSize)
        {
            waits += _isStarted && _header[0] is (byte)'S' or (byte)'Q' ? 1 : 0;
            _bodyLeft = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(HeaderSize - 4)) - 4;
            _headerLength = 0;
            _isStarted = true;
        }

        return taken;
    }
}
