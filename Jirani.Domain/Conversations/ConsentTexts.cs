namespace Jirani.Domain.Conversations;

internal static class ConsentTexts
{
    public static string Stopped(Storefront store) =>
        $"You get no more messages from {store.Name}.\nSTART brings them back.";

    public static string Started(Storefront store) =>
        $"You get messages from {store.Name} again.\nHELP shows what to write, STOP ends them.";

    public static string WhileStopped(Storefront store) =>
        $"You have stopped messages from {store.Name}, so nothing you write is carried out.\nSTART brings them back.";
}
