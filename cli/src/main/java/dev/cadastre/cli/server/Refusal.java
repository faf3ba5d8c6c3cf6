package dev.cadastre.cli.server;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonReader.NotJson;
import java.util.ArrayList;
import java.util.List;

/** Reads why a server did not do what was asked: an RFC 9457 problem where it sent one. */
public final class Refusal {

    private static final String NOT_SIGNED_IN = "not-signed-in";

    private Refusal() {}

    /** The failure that an answer which is not {@link Answer#good()} stands for. */
    public static Failure of(Answer answer, Access access) {
        Json problem = problem(answer);
        if (problem.text("code").orElse("").equals(NOT_SIGNED_IN)) {
            return notSignedIn(answer, access, problem);
        }
        List<String> remarks = new ArrayList<>();
        for (Json part : problem.list("problems")) {
            if (tellsMore(part, problem)) {
                remarks.add(part(part));
            }
            part.text("remedy").ifPresent(remarks::add);
        }
        remarks.add(problem.text("remedy").orElseGet(() -> remedy(answer.status(), access)));
        return new Failure(
                kind(answer.status()),
                problem.text("detail")
                        .or(() -> problem.text("title"))
                        .orElseGet(() ->
                                "%s answered with HTTP status %d"
                                        .formatted(access, answer.status())),
                remarks.stream().filter(remark -> !remark.isBlank()).distinct().toList(),
                problem.list("problems"));
    }

    /** The server tells programs how to send a token, which is not for a person to do. */
    private static Failure notSignedIn(Answer answer, Access access, Json problem) {
        String signIn = "`cadastre login --server " + access + "`";
        if (access.token() != null) {
            return new Failure(
                    kind(answer.status()),
                    problem.text("detail").orElse("The token is not valid"),
                    "Sign in with another: " + signIn + ".");
        }
        return new Failure(
                kind(answer.status()),
                "You are not signed in to " + access,
                "Run the command as root or as the user that runs the server, on its machine; or sign"
                        + " in with a token of yours: "
                        + signIn
                        + ".");
    }

    private static Json problem(Answer answer) {
        if (!answer.isJson()) {
            return new Json.Nothing();
        }
        try {
            return JsonReader.read(answer.body());
        } catch (NotJson _) {
            // The status still tells what there is to tell.
            return new Json.Nothing();
        }
    }

    /** A single problem is often the whole answer once more; a place in a file is not. */
    private static boolean tellsMore(Json part, Json problem) {
        return part.text("where").orElse("").contains(":")
                || !part.text("detail").equals(problem.text("detail"));
    }

    private static String part(Json part) {
        return part.text("where").map(where -> where + ": ").orElse("")
                + part.text("detail").orElse("");
    }

    /** The exit status that belongs to an HTTP status. */
    public static Failure.Kind kind(int status) {
        return switch (status) {
            case 400 -> Failure.Kind.USAGE;
            case 401, 403 -> Failure.Kind.NOT_ALLOWED;
            case 502, 503, 504 -> Failure.Kind.OUT_OF_REACH;
            default -> Failure.Kind.NO;
        };
    }

    private static String remedy(int status, Access access) {
        return switch (status) {
            case 401 -> {
                String who =
                        access.token() == null ? "You are not signed in" : "The token is not valid";
                yield who + ": run `cadastre login --server " + access + "`.";
            }
            case 403 -> "Ask an administrator for a role that may do this.";
            default -> status >= 500 ? "The server's log says more." : "";
        };
    }
}
