using System.Text.Json;

namespace Jirani.Web.Simulator.Graph;

/// <summary>Meta's limits for the sections and rows of a list.</summary>
internal static class ListRules
{
    private const int MostRows = 10;
    private const int LongestTitle = 24;

    public static GraphRefusal? Check(IReadOnlyList<JsonElement> sections)
    {
        if (sections.Count is < 1 or > 10)
        {
            return GraphRefusal.Value("Invalid sections count. Min allowed sections: 1, Max allowed sections: 10");
        }

        var rows = sections.SelectMany(section => ((JsonElement?)section).List("rows")).ToList();
        if (rows.Count is < 1 or > MostRows)
        {
            return GraphRefusal.Value($"Total row count exceeds max allowed count: {MostRows}");
        }

        return sections.Select(section => CheckTitle(section, sections.Count)).FirstOrDefault(refusal => refusal is not null)
            ?? rows.Select(CheckRow).FirstOrDefault(refusal => refusal is not null)
            ?? InteractiveRules.Repeated(rows.Select(row => row.Text("id")), "Row id");
    }

    private static GraphRefusal? CheckTitle(JsonElement section, int sections) => sections > 1
        ? InteractiveRules.WrongLength(section.Text("title"), "Section title", LongestTitle)
        : InteractiveRules.TooLong(section.Text("title"), "Section title", LongestTitle);

    private static GraphRefusal? CheckRow(JsonElement row) =>
        InteractiveRules.WrongLength(row.Text("title"), "Row title", LongestTitle)
        ?? InteractiveRules.WrongLength(row.Text("id"), "Row id", 200)
        ?? InteractiveRules.TooLong(row.Text("description"), "Row description", 72);
}
