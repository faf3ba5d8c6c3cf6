package dev.cadastre.server.web.api.run;

import dev.cadastre.api.run.LocalAnswer;
import dev.cadastre.api.run.LocalResult;
import dev.cadastre.change.script.ScriptAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a command line tells of what it did, as it was sent. */
final class LocalResults {

    private LocalResults() {}

    static dev.cadastre.server.change.asking.LocalResult result(LocalResult sent) {
        Map<Integer, ScriptAnswer> answers = new HashMap<>();
        list(sent.answers()).forEach(one -> answers.put(one.number(), answer(one)));
        return new dev.cadastre.server.change.asking.LocalResult(
                dev.cadastre.server.change.asking.LocalResult.Kind.valueOf(sent.kind().name()),
                text(sent.code()),
                text(sent.reason()),
                answers);
    }

    private static ScriptAnswer answer(LocalAnswer one) {
        return new ScriptAnswer(
                ScriptAnswer.Kind.valueOf(one.kind().name()),
                text(one.code()),
                text(one.reason()),
                text(one.basis()),
                list(one.wishes()),
                list(one.differences()),
                list(one.lacks()),
                Objects.requireNonNullElse(one.before(), Map.of()),
                text(one.output()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
