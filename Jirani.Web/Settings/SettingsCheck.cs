using Microsoft.Extensions.Options;

namespace Jirani.Web.Settings;

/// <summary>Stops a start with missing settings: one message, every fault, each named by its setting.</summary>
internal static class SettingsCheck
{
    public static bool HasSettings(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return true;
        }
        catch (OptionsValidationException fault)
        {
            return Report(fault.Failures);
        }
        catch (AggregateException faults)
        {
            return Report(faults.Flatten().InnerExceptions.OfType<OptionsValidationException>().SelectMany(fault => fault.Failures));
        }
    }

    private static bool Report(IEnumerable<string> faults)
    {
        Console.Error.WriteLine(string.Join(Environment.NewLine + "  ", faults.Prepend("Jirani cannot start. These settings are missing or wrong:")));
        return false;
    }
}
