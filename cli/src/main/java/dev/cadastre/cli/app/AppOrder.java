package dev.cadastre.cli.app;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of an app. Immutable.
 *
 * @param parcel as the server knows it; null for the one that is deployed
 * @param where on which hosts
 * @param unset parameters for which nothing is given any more
 * @param bindings the app that meets a requirement, by the binding
 * @param purge whether data are taken away, too
 * @param options how its runs are done, as the API takes it; null for as usual
 */
public record AppOrder(
        AppName app,
        Verb verb,
        @Nullable String parcel,
        Where where,
        GivenValues given,
        List<String> unset,
        Map<String, String> bindings,
        boolean purge,
        @Nullable Json options) {

    /** What is wanted. */
    public enum Verb {
        /** That it is there. */
        DEPLOY,
        /** That parameters have other values. */
        CONFIGURE,
        /** That it is of another version. */
        UPGRADE,
        /** That it is gone. */
        REMOVE
    }

    /** Copies what can be changed. */
    public AppOrder {
        unset = List.copyOf(unset);
        bindings = Map.copyOf(bindings);
    }

    /** One of the parcel that is deployed, with nothing else said. */
    public static AppOrder of(AppName app, Verb verb) {
        return new AppOrder(
                app, verb, null, Where.UNSAID, GivenValues.NONE, List.of(), Map.of(), false, null);
    }

    /** Of that parcel, as the server knows it. */
    public AppOrder ofParcel(String word) {
        return new AppOrder(app, verb, word, where, given, unset, bindings, purge, options);
    }

    /** At these hosts. */
    public AppOrder at(Where hosts) {
        return new AppOrder(app, verb, parcel, hosts, given, unset, bindings, purge, options);
    }

    /** With these values. */
    public AppOrder with(GivenValues values) {
        return new AppOrder(app, verb, parcel, where, values, unset, bindings, purge, options);
    }

    /** Without what was given for these parameters. */
    public AppOrder without(List<String> names) {
        return new AppOrder(app, verb, parcel, where, given, names, bindings, purge, options);
    }

    /** With these apps, and those that it has. */
    public AppOrder binding(Map<String, String> apps) {
        Map<String, String> all = new LinkedHashMap<>(bindings);
        all.putAll(apps);
        return new AppOrder(app, verb, parcel, where, given, unset, all, purge, options);
    }

    /** And its data. */
    public AppOrder purging(boolean also) {
        return new AppOrder(app, verb, parcel, where, given, unset, bindings, also, options);
    }

    /** Done like that. */
    public AppOrder in(@Nullable Json manner) {
        return new AppOrder(app, verb, parcel, where, given, unset, bindings, purge, manner);
    }

    /** As the API takes it. */
    Json json() {
        JsonObject json =
                new JsonObject()
                        .with("verb", verb)
                        .with("parcel", parcel)
                        .with("q", where.query().isEmpty() ? null : where.query())
                        .with("hosts", where.names())
                        .with("unset", unset);
        if (!given.files().isEmpty()) {
            json.with("files", new Json.Items(given.files().stream().map(AppOrder::file).toList()));
        }
        json.with("values", given.values()).with("bindings", bindings);
        if (purge) {
            json.with("purge", new Json.Truth(true));
        }
        return options == null ? json.json() : json.with("options", options).json();
    }

    private static Json file(GivenValues.ValuesFile file) {
        return new JsonObject().with("name", file.name()).with("text", (Object) file.text()).json();
    }
}
