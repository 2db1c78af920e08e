namespace Jirani.Domain.Conversations;

/// <summary>STOP and START, and the little that is said in between.</summary>
internal static class ConsentTalk
{
    /// <summary>Confirmed once: whoever has stopped already hears nothing more.</summary>
    public static Decision Stop(Moment moment)
    {
        if (!moment.Shopper.IsOptedIn)
        {
            return Decision.Nothing;
        }

        moment.Shopper.IsOptedIn = false;
        return Decision.Confirm(ConsentTexts.Stopped(moment.Store), new Effect.OptedOut());
    }

    public static Decision WhileOptedOut(Moment moment, CustomerCommand command)
    {
        switch (command)
        {
            case CustomerCommand.Start:
                moment.Shopper.IsOptedIn = true;
                return Decision.Confirm(ConsentTexts.Started(moment.Store), new Effect.OptedIn());
            case CustomerCommand.Help:
                return Decision.Confirm(ConsentTexts.WhileStopped(moment.Store));
            default:
                return Decision.Nothing;
        }
    }
}
