package dev.cadastre.cli.attach;

import dev.cadastre.change.plan.Place;
import dev.cadastre.change.run.RunRequest;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.Set;

/** Requests as a server takes them. Pure. */
final class RequestJson {

    private RequestJson() {}

    static Json of(RunRequest request) {
        return switch (request) {
            case RunRequest.Halt _ -> word("HALT").json();
            case RunRequest.Stop _ -> word("STOP").json();
            case RunRequest.Resume resume -> word("RESUME").with("from", resume.from()).json();
            case RunRequest.Retry _ -> word("RETRY").json();
            case RunRequest.Skip skip -> at(word("SKIP"), skip.job(), skip.at()).json();
            case RunRequest.Confirm confirm ->
                    at(word("CONFIRM"), confirm.job(), confirm.at()).json();
            case RunRequest.Settle settle ->
                    at(word("SETTLE"), settle.job(), settle.at())
                            .with("done", new Json.Truth(settle.done()))
                            .json();
            case RunRequest.Approve _ -> word("APPROVE").json();
            case RunRequest.Undo _ -> word("UNDO").json();
            case RunRequest.Release _ -> word("RELEASE").json();
        };
    }

    private static JsonObject word(String request) {
        return new JsonObject().with("request", request);
    }

    private static JsonObject at(JsonObject json, String job, Set<Place> at) {
        json.with("job", job)
                .with(
                        "hosts",
                        at.stream().filter(place -> !place.isLocal()).map(Place::host).toList());
        return at.contains(Place.LOCAL) ? json.with("here", new Json.Truth(true)) : json;
    }
}
