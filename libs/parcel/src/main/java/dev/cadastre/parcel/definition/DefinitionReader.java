package dev.cadastre.parcel.definition;

import dev.cadastre.ini.IniDocument;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Section;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads one definition, and notes all that is wrong with it. */
final class DefinitionReader {

    private static final String PROVIDE = "provide ";
    private static final String NEEDS = "needs";
    private static final String TEST = "test ";
    private static final String CHANGE = "change ";

    private final Surroundings around;
    private final Optional<Set<String>> names;
    private final Problems problems = new Problems(ParcelDefinition.FILE);
    private final TestSections tests;
    private final ChangeSections changes;
    private final ProvideSections told;
    private final SortedMap<String, ReferringText> needs = new TreeMap<>();

    DefinitionReader(Surroundings around) {
        this.around = around;
        this.names = around.parameters().map(DefinitionReader::withGiven);
        this.tests = new TestSections(around);
        this.changes = new ChangeSections(around);
        this.told = new ProvideSections(around);
        around.base().ifPresent(base -> needs.putAll(base.needs()));
    }

    private static Set<String> withGiven(Set<String> parameters) {
        Set<String> all = new TreeSet<>(parameters);
        all.addAll(ParcelDefinition.GIVEN);
        return all;
    }

    DefinitionReading read(byte[] ini, Optional<byte[]> monitors) {
        MonitorsReader watched = new MonitorsReader(around, names);
        monitors.ifPresent(watched::read);
        Optional<ParcelDefinition> definition =
                document(ini, ParcelDefinition.FILE, ParcelDefinition.MOST_BYTES, problems)
                        .map(document -> definition(document, watched.monitors()));
        List<Problem> all = new ArrayList<>(problems.list());
        all.addAll(watched.problems());
        boolean isUsable = all.stream().noneMatch(Problem::isError);
        return new DefinitionReading(isUsable ? definition : Optional.empty(), all);
    }

    private ParcelDefinition definition(
            IniDocument document, SortedMap<String, SortedMap<String, ReferringText>> monitors) {
        Section written = document.section(ParcelSection.NAME);
        if (written == null) {
            problems.error(
                    0,
                    0,
                    "parcel.key-missing",
                    "the file has no section [parcel]",
                    "begin it with [parcel], name, version, summary and licence");
        }
        Section none = new Section(ParcelSection.NAME, 0, Map.of());
        ParcelSection parcel =
                new ParcelSection(text(written == null ? none : written, written == null));
        String name = parcel.name();
        String version = parcel.version();
        SortedMap<String, Provision> provides = parcel.provides(version);
        document.sections().values().forEach(section -> section(section, document));
        SortedMap<String, Provision> provided = provided(name, version, provides);
        inherited();
        return new ParcelDefinition(
                name,
                version,
                parcel.summary(),
                parcel.licence(),
                parcel.owner(),
                parcel.base(),
                provided,
                required(parcel.requires()),
                told.all(provided.keySet()),
                needs,
                tests.all(problems),
                changes.all(problems),
                monitors);
    }

    /** What is too large or no INI is not looked at any further: then it is empty. */
    static Optional<IniDocument> document(byte[] ini, String file, int most, Problems problems) {
        if (ini.length > most) {
            problems.error(
                    0,
                    0,
                    "parcel.too-large",
                    "the file has %d bytes, more than %d".formatted(ini.length, most),
                    "keep only what is needed");
            return Optional.empty();
        }
        IniReading reading = IniParser.parse(file, ini);
        problems.addAll(reading.problems());
        if (reading.document().defaults().line() > 0) {
            problems.error(
                    reading.document().defaults().line(),
                    0,
                    "parcel.section-unknown",
                    "there is no section [DEFAULT] in a parcel",
                    "state its keys where they belong");
        }
        return reading.isUsable() ? Optional.of(reading.document()) : Optional.empty();
    }

    private SectionText text(Section section, boolean isSilent) {
        return new SectionText(
                ParcelDefinition.FILE,
                section,
                names,
                isSilent ? new Problems(ParcelDefinition.FILE) : problems);
    }

    private void section(Section section, IniDocument document) {
        String name = section.name();
        SectionText text =
                name.startsWith(PROVIDE)
                        ? text(section, false).knowing(ParcelDefinition.OF_CONSUMERS)
                        : text(section, false);
        if (name.equals(NEEDS)) {
            needs(text);
        } else if (name.startsWith(PROVIDE)) {
            told.read(name.substring(PROVIDE.length()), text);
        } else if (name.startsWith(TEST)) {
            tests.read(name.substring(TEST.length()), text);
        } else if (name.startsWith(CHANGE)) {
            changes.read(name.substring(CHANGE.length()), text);
        } else if (!name.equals(ParcelSection.NAME)) {
            unknown(section, document.file());
        }
    }

    private void unknown(Section section, String file) {
        problems.add(
                Problem.error(
                        file,
                        section.line(),
                        0,
                        "parcel.section-unknown",
                        "there is no kind of section " + Quoted.of("[" + section.name() + "]"),
                        "write [parcel], [provide NAME], [needs], [test NAME] or [change VERB]"));
    }

    private void needs(SectionText section) {
        section.refuseOthers(new TreeSet<>(Needs.KEYS), "parcel.key-unknown");
        for (String key : new TreeSet<>(Needs.KEYS)) {
            Optional<ReferringText> text = section.text(key);
            text.ifPresent(value -> needs.put(key, value));
            text.filter(ReferringText::isFixed)
                    .flatMap(value -> Needs.problem(key, value.with(Map.of())))
                    .ifPresent(why -> section.refused(key, "parcel.needs-wrong", why));
        }
    }

    /** A base lends all that it is to others but its name. */
    private SortedMap<String, Provision> provided(
            String name, String version, SortedMap<String, Provision> own) {
        SortedMap<String, Provision> all = new TreeMap<>();
        around.base()
                .ifPresent(base -> {
                    all.putAll(base.provides());
                    all.remove(base.name());
                });
        all.putAll(own);
        if (ParcelName.isName(name) && ParcelName.isVersion(version)) {
            Provision itself = new Provision(name, version);
            if (own.containsKey(name) && !itself.equals(own.get(name))) {
                problems.error(
                        0,
                        0,
                        "parcel.provision-wrong",
                        "%s is provided in another version than its own".formatted(name),
                        "leave it out of provides");
            }
            all.put(name, itself);
        }
        return all;
    }

    private SortedMap<String, Requirement> required(SortedMap<String, Requirement> own) {
        SortedMap<String, Requirement> all =
                new TreeMap<>(
                        around.base()
                                .map(ParcelDefinition::requires)
                                .orElse(Collections.emptySortedMap()));
        all.putAll(own);
        return all;
    }

    /** A parcel may have taken from a test of its base what it needs. */
    private void inherited() {
        tests.inherited().stream()
                .filter(test -> !around.mayRun(test.file()))
                .forEach(test ->
                        problems.error(
                                0,
                                0,
                                "parcel.test-missing",
                                "[test %s] of the base runs %s, which may not be run here"
                                        .formatted(test.name(), Quoted.of(test.file())),
                                "let its owner run it, or describe the test anew"));
    }
}
