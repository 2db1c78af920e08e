using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Flutterwave;

/// <summary>
/// One call of the API, tried again in place while that can help: every POST carries a key under which the API answers the same thing
/// only once, so trying again never charges twice.
/// </summary>
public sealed class FlutterwaveHttp(HttpClient http, AccessTokens tokens, IOptions<FlutterwaveOptions> options, TimeProvider clock)
{
    private const int MostTries = 3;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);

    private readonly string _root = options.Value.BaseUrl.AbsoluteUri.TrimEnd('/');

    /// <returns>Null when no answer came in time: whether the API acted is not known.</returns>
    internal async Task<FlutterwaveAnswer?> SendAsync(FlutterwaveCall call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        FlutterwaveAnswer? answer = null;
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            try
            {
                answer = await TryAsync(call, either.Token);
                if (!answer.IsPassing)
                {
                    return answer;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException)
            {
                answer = null;
            }
            catch (OperationCanceledException)
            {
                return null;
            }

            if (attempt < MostTries && !await PauseAsync(attempt, answer?.RetryAfter, either.Token))
            {
                break;
            }
        }

        return answer;
    }

    /// <summary>A token that the API does not take is replaced once; the call keeps its key.</summary>
    private async Task<FlutterwaveAnswer> TryAsync(FlutterwaveCall call, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await OnceAsync(call, token, cancellationToken);
        if (answer.Status != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        tokens.Drop(token);
        return await OnceAsync(call, await tokens.GetAsync(cancellationToken), cancellationToken);
    }

    private async Task<FlutterwaveAnswer> OnceAsync(FlutterwaveCall call, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, $"{_root}/{call.Path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("X-Trace-Id", call.TraceId);
        if (call.Body is not null)
        {
            request.Headers.Add("X-Idempotency-Key", call.IdempotencyKey);
            request.Content = JsonContent.Create(call.Body, call.Body.GetType());
        }

        if (options.Value.ScenarioKey is { } scenario)
        {
            request.Headers.Add("X-Scenario-Key", scenario);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await FlutterwaveAnswer.ReadAsync(response, cancellationToken);
    }

    private async Task<bool> PauseAsync(int attempt, TimeSpan? asked, CancellationToken cancellationToken)
    {
        var pause = asked ?? (_firstPause * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2)));
        if (pause > _longestPause)
        {
            return false;
        }

        try
        {
            await Task.Delay(pause, clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
