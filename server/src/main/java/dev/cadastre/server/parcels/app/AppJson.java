package dev.cadastre.server.parcels.app;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How revisions are kept in their table. */
final class AppJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
                    .build();

    private AppJson() {}

    /**
     * What anybody may read of a revision.
     *
     * @param views values; hosts on which all are alike have the same
     * @param hosts which view each host has
     */
    record Open(
            List<List<ShownValue>> views,
            Map<String, Integer> hosts,
            List<KeptBinding> bindings,
            String file) {}

    /**
     * A binding, with its provider's name.
     *
     * @param revision null of bindings from before it was kept
     */
    record KeptBinding(
            String binding,
            String requires,
            String provider,
            List<String> hosts,
            @Nullable Integer revision) {

        static KeptBinding of(AppBinding one) {
            return new KeptBinding(
                    one.binding(),
                    one.requires(),
                    one.provider().toString(),
                    one.hosts(),
                    one.revision());
        }

        AppBinding restored() {
            return new AppBinding(
                    binding,
                    requires,
                    AppName.of(provider).orElseThrow(() -> broken(provider)),
                    hosts,
                    revision == null ? 0 : revision);
        }
    }

    /**
     * What is sealed of a revision, since there are secrets in it.
     *
     * @param files that were given
     * @param values that the command line gave
     * @param unset for which neither counts
     * @param generated secrets, by the parameter
     * @param passwords by which the app is known to its providers, by the binding
     * @param told what each host of a provider tells, by the binding
     * @param texts what parameters are; hosts on which all are alike have the same
     * @param hosts which of {@code texts} each host has
     * @param addresses of hosts
     * @param secrets all texts that nobody is to see
     */
    record Sealed(
            List<KeptFile> files,
            Map<String, String> values,
            Set<String> unset,
            Map<String, String> generated,
            Map<String, String> passwords,
            Map<String, List<Map<String, String>>> told,
            List<Map<String, String>> texts,
            Map<String, Integer> hosts,
            Map<String, String> addresses,
            Set<String> secrets) {

        static final Sealed NOTHING =
                new Sealed(
                        List.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), List.of(),
                        Map.of(), Map.of(), Set.of());

        /** What was made for the app, and nothing else. */
        Sealed made() {
            return new Sealed(
                    List.of(), Map.of(), Set.of(), generated, passwords, Map.of(), List.of(),
                    Map.of(), Map.of(), Set.of());
        }
    }

    /** A file with values. */
    record KeptFile(String name, String text) {}

    static String write(Object kept) {
        return MAPPER.writeValueAsString(kept);
    }

    static <T> T read(@Nullable String text, Class<T> type) {
        T read = text == null ? null : MAPPER.readValue(text, type);
        if (read == null) {
            throw broken("nothing");
        }
        return read;
    }

    private static IllegalStateException broken(String what) {
        return new IllegalStateException("What is kept of an app cannot be read: " + what);
    }
}
