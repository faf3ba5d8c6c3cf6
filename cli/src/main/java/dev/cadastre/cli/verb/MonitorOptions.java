package dev.cadastre.cli.verb;

import dev.cadastre.change.operation.SentTest;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How something is checked, as written on the command line. */
final class MonitorOptions {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "by which means: http, plugin, heartbeat …")
    private @Nullable String kind;

    @Option(
            names = "--word",
            paramLabel = "WORD",
            description = "of a plug-in's command, its name first; repeatable")
    private List<String> words = List.of();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "an executable text of this machine, sent to the host with each check")
    private @Nullable Path test;

    @Option(
            names = "--setting",
            paramLabel = "NAME=TEXT",
            description = "what the kind can be told; repeatable, also for lists")
    private List<String> settings = List.of();

    @Option(names = "--interval", paramLabel = "SPAN", description = "from check to check")
    private @Nullable String interval;

    @Option(names = "--timeout", paramLabel = "SPAN", description = "what a check may take")
    private @Nullable String timeout;

    @Option(names = "--retries", paramLabel = "N", description = "how many more must agree")
    private @Nullable Integer retries;

    @Option(names = "--retry-interval", paramLabel = "SPAN", description = "until they do")
    private @Nullable String retryInterval;

    @Option(names = "--where", paramLabel = "PLACE", description = "server or host")
    private @Nullable String where;

    @Option(
            names = "--availability",
            paramLabel = "true|false",
            description = "whether nothing works when it is critical")
    private @Nullable Boolean availability;

    @Option(names = "--enabled", paramLabel = "true|false", description = "whether it is checked")
    private @Nullable Boolean enabled;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why")
    private @Nullable String reason;

    /** Puts what was said in its place; settings that were not named stay. */
    void into(Map<String, Json> members) {
        put(members, "kind", upper(kind));
        put(members, "interval", interval);
        put(members, "timeout", timeout);
        put(members, "retryInterval", retryInterval);
        put(members, "where", upper(where));
        put(members, "reason", reason);
        if (retries != null) {
            members.put("retries", new Json.Numeral(retries.toString()));
        }
        put(members, "availability", availability);
        put(members, "enabled", enabled);
        if (!words.isEmpty()) {
            members.put("command", texts(words));
        }
        if (test != null) {
            members.put("test", test(test));
        }
        if (!settings.isEmpty()) {
            members.put("settings", settings(members.get("settings")));
        }
    }

    private static Json test(Path file) {
        String name = String.valueOf(file.getFileName());
        Path folder = file.toAbsolutePath().resolveSibling("");
        return switch (SentTest.beside(folder, name)) {
            case SentTest.Text(String text) ->
                    new JsonObject().with("name", name).with("text", text).json();
            case SentTest.Wrong(String message, String remedy) ->
                    throw new Failure(
                            Failure.Kind.USAGE,
                            "%s is no test to send: %s".formatted(file, message),
                            Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1) + ".");
        };
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }

    static void put(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new Json.Text(value));
        }
    }

    private static void put(Map<String, Json> members, String name, @Nullable Boolean value) {
        if (value != null) {
            members.put(name, new Json.Truth(value));
        }
    }

    private Json settings(@Nullable Json before) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = Math.max(0, setting.indexOf('='));
            said.merge(
                    setting.substring(0, equals),
                    List.of(setting.substring(equals + 1)),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        Map<String, Json> all = new LinkedHashMap<>();
        if (before instanceof Json.Members(var values)) {
            all.putAll(values);
        }
        said.forEach((name, texts) ->
                all.put(name, texts.size() == 1 ? new Json.Text(texts.getFirst()) : texts(texts)));
        return new Json.Members(all);
    }

    private static Json texts(List<String> texts) {
        return new Json.Items(texts.stream().<Json>map(Json.Text::new).toList());
    }
}
