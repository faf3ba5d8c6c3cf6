package dev.cadastre.parcel.resolution;

import dev.cadastre.ini.Entry;
import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.oci.Descriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code parcel.lock}. Every problem is told, not only the first. Pure. */
public final class LockReader {

    /** What the file is called. */
    public static final String FILE = "parcel.lock";

    /** How large it may be, in bytes. */
    public static final int MOST_BYTES = 4 << 20;

    private static final String LOCK = "lock";
    private static final String PARCEL = "parcel ";
    private static final String BINDING = "binding.";

    private final IniDocument document;
    private final Problems problems;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private LockReader(IniDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    /**
     * Reads a file's content.
     *
     * @param file its name for messages; nothing is opened
     */
    public static LockReading read(String file, byte[] content) {
        Problems problems = new Problems(file);
        if (content.length > MOST_BYTES) {
            wrong(problems, 0, "the file has more than %d bytes".formatted(MOST_BYTES));
            return new LockReading(file, Optional.empty(), Map.of(), problems.list());
        }
        IniReading reading = IniParser.parse(file, content);
        problems.addAll(reading.problems());
        return new LockReader(reading.document(), problems).read();
    }

    private static void wrong(Problems problems, int line, String message) {
        problems.error(
                line,
                0,
                "parcel.lock-wrong",
                message,
                "remove the file and resolve again, or bring back the one that was written");
    }

    private void wrong(int line, String message) {
        wrong(problems, line, message);
    }

    private LockReading read() {
        if (document.defaults().line() > 0) {
            wrong(document.defaults().line(), "there is no [DEFAULT] in this file");
        }
        @Nullable Requirement root = null;
        List<Lock.Parcel> parcels = new ArrayList<>();
        for (Section section : document.sections().values()) {
            if (section.name().equals(LOCK)) {
                root = root(section);
            } else if (section.name().startsWith(PARCEL)) {
                parcel(section).ifPresent(parcels::add);
            } else {
                wrong(section.line(), "there is no section " + Quoted.of(section.name()));
            }
        }
        if (document.section(LOCK) == null) {
            wrong(0, "the section [lock] is missing");
        }
        Optional<Lock> lock =
                root != null && problems.hasNoErrors()
                        ? Optional.of(Lock.of(root, parcels))
                        : Optional.empty();
        return new LockReading(document.file(), lock, lines, problems.list());
    }

    private @Nullable Requirement root(Section section) {
        for (Entry entry : section.entries().values()) {
            if (!entry.key().equals("root")) {
                unknown(section, entry);
            }
        }
        Entry entry = section.entry("root");
        if (entry == null) {
            wrong(section.line(), "[lock] has no 'root'");
            return null;
        }
        try {
            return Requirement.parse(entry.rawValue());
        } catch (IllegalArgumentException e) {
            wrong(entry.line(), "root is no requirement: " + Quoted.of(entry.rawValue()));
            return null;
        }
    }

    private void unknown(Section section, Entry entry) {
        wrong(entry.line(), "[%s] has no key %s".formatted(section.name(), Quoted.of(entry.key())));
    }

    private Optional<Lock.Parcel> parcel(Section section) {
        String name = section.name().substring(PARCEL.length());
        if (!ParcelName.isName(name)) {
            wrong(section.line(), Quoted.of(name) + " is no name of a parcel");
            return Optional.empty();
        }
        lines.put(name, section.line());
        String version = value(section, "version", ParcelName::isVersion);
        String digest = value(section, "digest", Descriptor::isDigest);
        Map<String, String> bindings = bindings(section);
        return version == null || digest == null
                ? Optional.empty()
                : Optional.of(new Lock.Parcel(name, version, digest, bindings));
    }

    private @Nullable String value(Section section, String key, Predicate<String> isOne) {
        Entry entry = section.entry(key);
        if (entry == null) {
            wrong(section.line(), "[%s] has no '%s'".formatted(section.name(), key));
            return null;
        }
        if (!isOne.test(entry.rawValue())) {
            wrong(entry.line(), "%s is no %s".formatted(Quoted.of(entry.rawValue()), key));
            return null;
        }
        return entry.rawValue();
    }

    private Map<String, String> bindings(Section section) {
        Map<String, String> bindings = new TreeMap<>();
        for (Entry entry : section.entries().values()) {
            if (entry.key().startsWith(BINDING)) {
                binding(entry, bindings);
            } else if (!entry.key().equals("version") && !entry.key().equals("digest")) {
                unknown(section, entry);
            }
        }
        return bindings;
    }

    private void binding(Entry entry, Map<String, String> bindings) {
        String binding = entry.key().substring(BINDING.length());
        if (!ParcelName.isName(binding)) {
            wrong(entry.line(), Quoted.of(binding) + " is no name of a binding");
        } else if (document.section(PARCEL + entry.rawValue()) == null) {
            wrong(
                    entry.line(),
                    "there is no section [parcel %s] of what meets '%s'"
                            .formatted(unquoted(entry.rawValue()), binding));
        } else {
            bindings.put(binding, entry.rawValue());
        }
    }

    private static String unquoted(String text) {
        String quoted = Quoted.of(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
