package dev.cadastre.probe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Collects what is understood of one section, up to the limit of items of each sort. */
final class Findings {

    static final int LONGEST_NAME = 512;

    final List<Fact> facts = new ArrayList<>();
    final List<InstalledPackage> packages = new ArrayList<>();
    final List<Daemon> daemons = new ArrayList<>();
    final List<Listener> listeners = new ArrayList<>();
    final List<Connection> connections = new ArrayList<>();
    final List<InstalledRuntime> runtimes = new ArrayList<>();
    private final Section section;
    private final int limit;
    private Identity identity = Identity.UNKNOWN;
    private boolean truncated;
    private @Nullable String remark;
    private @Nullable String fault;

    Findings(Section section, int limit) {
        this.section = section;
        this.limit = limit;
    }

    Section section() {
        return section;
    }

    Identity identity() {
        return identity;
    }

    /** Whether an item was dropped because there were too many. */
    boolean truncated() {
        return truncated;
    }

    /** What could not be seen, for a person. */
    @Nullable String remark() {
        return remark;
    }

    /** Why the section cannot be trusted although its command ended well; null if it can. */
    @Nullable String fault() {
        return fault;
    }

    void identity(Identity found) {
        identity = found;
    }

    /** Says what could not be seen; only the first remark is kept. */
    void remark(String text) {
        remark = remark == null ? text : remark;
    }

    /** Says that the section's content is wrong; only the first fault is kept. */
    void fault(String text) {
        fault = fault == null ? text : fault;
    }

    void state(String name, @Nullable String text) {
        String value = Cleaned.value(text);
        if (value != null) {
            fact(name, new FactValue.Text(value), Fact.Kind.STATE);
        }
    }

    void state(String name, OptionalLong number) {
        number.ifPresent(n -> fact(name, new FactValue.Whole(n), Fact.Kind.STATE));
    }

    void state(String name, boolean flag) {
        fact(name, new FactValue.Flag(flag), Fact.Kind.STATE);
    }

    void state(String name, List<String> items) {
        List<String> values = items.stream().map(Cleaned::value).filter(Objects::nonNull).toList();
        if (!values.isEmpty()) {
            fact(name, new FactValue.Items(values), Fact.Kind.STATE);
        }
    }

    void measure(String name, OptionalLong number) {
        number.ifPresent(n -> fact(name, new FactValue.Whole(n), Fact.Kind.MEASURE));
    }

    void measure(String name, BigDecimal number) {
        fact(name, new FactValue.Decimal(number), Fact.Kind.MEASURE);
    }

    /** The first of them; if there are more, it is remarked. */
    <T> List<T> first(int most, String what, List<T> items) {
        if (items.size() <= most) {
            return items;
        }
        remark("Of " + items.size() + " " + what + ", only the first " + most + " are told");
        return items.subList(0, most);
    }

    void fact(String name, FactValue value, Fact.Kind kind) {
        String clean = Cleaned.value(name);
        if (clean == null || clean.length() > LONGEST_NAME) {
            nameTooLong();
            return;
        }
        add(facts, new Fact(section, clean, value, kind));
    }

    void nameTooLong() {
        remark("A fact was left out because its name is longer than " + LONGEST_NAME);
    }

    <T> void add(List<T> list, T item) {
        if (list.size() < limit) {
            list.add(item);
        } else {
            truncated = true;
        }
    }
}
