package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.definition.ReferringText;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An app that meets a requirement of another.
 *
 * @param revision what is there of it
 * @param told what its parcel tells whoever binds to it, by what is provided
 * @param values of its hosts
 * @param bindFile the change by which it learns of a consumer; empty if it need not
 * @param unbindFile the change by which it forgets one; empty likewise
 */
record Provider(
        AppRevision revision,
        SortedMap<String, SortedMap<String, ReferringText>> told,
        TaskValues values,
        String bindFile,
        String unbindFile) {

    /**
     * What a consumer is told, for each host; a secret if it has one of the provider's in it, or
     * the consumer's password.
     *
     * @param consumer the name of the app that binds
     */
    Telling tell(Requirement requirement, String consumer, String password) {
        SortedMap<String, ReferringText> keys =
                told.getOrDefault(requirement.name(), new TreeMap<>());
        List<Map<String, String>> all = new ArrayList<>();
        List<ParcelProblem> problems = new ArrayList<>();
        Set<String> secrets = new HashSet<>();
        for (String host : revision.hosts()) {
            Map<String, String> values = forConsumer(host, consumer, password);
            Map<String, String> one = new TreeMap<>();
            one.put("host", host);
            one.put("address", values.getOrDefault("address", host));
            keys.forEach((key, text) -> {
                try {
                    one.put(key, text.with(values));
                } catch (IllegalArgumentException e) {
                    problems.add(
                            new ParcelProblem(
                                    "app.provider-silent",
                                    requirement.binding() + "." + key,
                                    "%s cannot tell %s: %s."
                                            .formatted(revision.app(), key, e.getMessage()),
                                    "Configure it so that it has a value."));
                }
            });
            one.values().stream().filter(text -> isSecret(text, password)).forEach(secrets::add);
            all.add(one);
        }
        return new Telling(all, secrets, problems);
    }

    private boolean isSecret(String text, String password) {
        return text.contains(password) || values.secrets().stream().anyMatch(text::contains);
    }

    /** What its changes find when they are done for a consumer. */
    Map<String, String> forConsumer(String host, String consumer, String password) {
        Map<String, String> all = new TreeMap<>(values.byHost().getOrDefault(host, Map.of()));
        all.put("consumer", consumer.replace('-', '_'));
        all.put("consumer.password", password);
        return all;
    }

    /**
     * What was told.
     *
     * @param hosts what each host tells
     */
    record Telling(
            List<Map<String, String>> hosts, Set<String> secrets, List<ParcelProblem> problems) {}
}
