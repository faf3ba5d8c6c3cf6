package dev.cadastre.server.web.page;

import dev.cadastre.api.Fact;
import dev.cadastre.api.Host;
import dev.cadastre.api.SectionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The panel that tells of a host in a few lines; what is not known is left out. */
final class HostAttributes {

    private final Wording wording;
    private final Map<String, Fact> facts;
    private final List<HostPage.Attribute> lines = new ArrayList<>();

    private HostAttributes(Wording wording, List<Fact> facts) {
        this.wording = wording;
        this.facts =
                facts.stream()
                        .collect(Collectors.toMap(Fact::name, Function.identity(), (a, b) -> a));
    }

    static List<HostPage.Attribute> of(Host host, List<Fact> facts, Wording wording) {
        var panel = new HostAttributes(wording, facts);
        panel.addresses(facts);
        panel.fact("Architecture", "kernel.arch");
        panel.processor();
        panel.fact("Memory", "memory.total");
        panel.fact("Booted", "boot.time");
        panel.fact("Reboot needed", "reboot.needed");
        panel.fact("Hardware", "hardware.product");
        panel.sources(host.sources());
        panel.declared(host);
        return panel.lines;
    }

    private void fact(String title, String name) {
        Fact fact = facts.get(name);
        if (fact != null) {
            add(title, List.of(wording.value(fact)), Wording.exact(fact), false);
        }
    }

    private void addresses(List<Fact> all) {
        List<String> values =
                all.stream()
                        .filter(fact -> fact.name().matches("interface\\..*\\.addresses"))
                        .filter(fact -> !fact.name().equals("interface.lo.addresses"))
                        .flatMap(fact -> items(fact.value()))
                        .toList();
        if (!values.isEmpty()) {
            add("Addresses", values, "Of all interfaces", true);
        }
    }

    private static Stream<String> items(Object value) {
        return value instanceof List<?> items
                ? items.stream().map(String::valueOf)
                : Stream.of(value.toString());
    }

    private void processor() {
        Fact count = facts.get("cpu.count");
        if (count != null) {
            Fact model = facts.get("cpu.model");
            String text = count.value() + (model == null ? "" : " × " + model.value());
            add("Processors", List.of(text), text, false);
        }
    }

    private void sources(List<SectionSource> sources) {
        List<String> failed =
                sources.stream()
                        .filter(SectionSource::believed)
                        .filter(source -> isFailure(source.status()))
                        .map(source -> source.section() + ": " + lower(source.status()))
                        .toList();
        List<String> names = SourceShare.of(sources).stream().map(this::share).toList();
        if (!names.isEmpty()) {
            add("Sources", names, "Who told all this, and in how many sections", false);
        }
        if (!failed.isEmpty()) {
            add("Incomplete", failed, "Sections that the last report could not tell", false);
        }
    }

    private String share(SourceShare share) {
        return "%s: %d of %d sections, %s"
                .formatted(
                        lower(share.source()),
                        share.believed(),
                        share.told(),
                        wording.ago(share.observedAt()));
    }

    private static boolean isFailure(SectionSource.Status status) {
        return switch (status) {
            case COLLECTED, ABSENT -> false;
            default -> true;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void declared(Host host) {
        String place =
                host.declared() == null
                        ? null
                        : host.declared().file() + ":" + host.declared().line();
        add("Declared", place);
    }

    private void add(String title, @Nullable String value) {
        if (value != null) {
            add(title, List.of(value), value, true);
        }
    }

    private void add(String title, List<String> values, String full, boolean exact) {
        lines.add(new HostPage.Attribute(title, values, full, exact));
    }
}
