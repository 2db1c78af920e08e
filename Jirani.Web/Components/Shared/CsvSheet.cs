using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Jirani.Web.Components.Shared;

/// <summary>
/// A file for spreadsheets: UTF-8 with a mark at its beginning, lines end as Windows ends them, and no text is ever taken for a formula.
/// </summary>
internal sealed class CsvSheet : IDisposable
{
    private static readonly CsvConfiguration _habits = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        // Not the minus: the library cannot tell a number from a text, and half of all entries begin with one. Text() sees to it.
        InjectionCharacters = ['=', '+', '@', '\t', '\r'],
        InjectionEscapeCharacter = '\'',
    };

    private readonly CsvWriter _writer;

    /// <param name="stream">Stays open.</param>
    /// <param name="columns">The first line.</param>
    public CsvSheet(Stream stream, params ReadOnlySpan<string> columns)
    {
        _writer = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true), _habits);
        foreach (var column in columns)
        {
            _writer.WriteField(column);
        }

        _writer.NextRecord();
    }

    /// <param name="text">Whatever somebody wrote; null leaves the field empty.</param>
    public CsvSheet Text(string? text)
    {
        _writer.WriteField(text is ['-' or '\n', ..] ? $"'{text}" : text);
        return this;
    }

    public CsvSheet Number(decimal? number)
    {
        _writer.WriteField(number?.ToString("0.00", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>In the shop's own time, as every spreadsheet reads it.</summary>
    public CsvSheet Time(DateTimeOffset at, TimeZoneInfo zone)
    {
        _writer.WriteField(TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        return this;
    }

    public void EndLine() => _writer.NextRecord();

    public void Dispose() => _writer.Dispose();
}
