package dev.cadastre.parcel.definition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.ParcelName;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads {@code [parcel]}, in which a dollar is a dollar. For one section. */
final class ParcelSection {

    static final String NAME = "parcel";

    private static final List<String> KEYS =
            List.of(
                    "name",
                    "version",
                    "summary",
                    "licence",
                    "owner",
                    "base",
                    "provides",
                    "requires");
    private static final int MOST_SUMMARY = 200;
    private static final Pattern LICENCE = Pattern.compile("[A-Za-z0-9.+() -]{1,200}");
    private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final SectionText section;

    ParcelSection(SectionText section) {
        this.section = section;
        section.refuseOthers(KEYS, "parcel.key-unknown");
    }

    String name() {
        return needed(
                "name",
                ParcelName::isName,
                "write 1 to 63 small letters, digits and dashes, the first a letter");
    }

    String version() {
        return needed(
                "version",
                ParcelName::isVersion,
                "write a semantic version such as 15, 2.0.1 or 3.0.0-rc.1");
    }

    String summary() {
        return needed(
                "summary",
                text -> text.lines().count() == 1 && text.length() <= MOST_SUMMARY,
                "write one line of at most %d characters".formatted(MOST_SUMMARY));
    }

    String licence() {
        return needed(
                "licence",
                LICENCE.asMatchPredicate(),
                "write an SPDX expression such as Apache-2.0");
    }

    String owner() {
        return section.plain("owner")
                .map(text ->
                        checked(
                                "owner",
                                text,
                                OWNER.asMatchPredicate(),
                                "write the name of a team: letters, digits, dots, dashes and"
                                        + " underscores"))
                .orElse("");
    }

    private String needed(String key, Predicate<String> isRight, String remedy) {
        Optional<String> text = section.plain(key);
        if (text.isEmpty()) {
            section.problem(key, "parcel.key-missing", "does not state " + key, remedy);
            return "";
        }
        return checked(key, text.get(), isRight, remedy);
    }

    private String checked(String key, String text, Predicate<String> isRight, String remedy) {
        if (!isRight.test(text)) {
            section.problem(
                    key,
                    "parcel." + key + "-wrong",
                    "%s cannot be %s".formatted(key, Quoted.of(text)),
                    remedy);
        }
        return text;
    }

    Optional<Requirement> base() {
        Optional<String> text = section.plain("base");
        Optional<Requirement> base = text.flatMap(ParcelSection::base);
        if (text.isPresent() && base.isEmpty()) {
            section.problem(
                    "base",
                    "parcel.base-wrong",
                    "builds on %s, which is no parcel".formatted(Quoted.of(text.get())),
                    "write NAME RANGE, such as python-site >= 1");
        }
        return base;
    }

    /** A base has a name and a range, and nothing else that a requirement may have. */
    static Optional<Requirement> base(String text) {
        try {
            Requirement base = Requirement.parse(text);
            boolean isPlain =
                    text.lines().count() == 1
                            && base.binding().equals(base.name())
                            && !base.optional();
            return isPlain ? Optional.of(base) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is provided beside the parcel itself. */
    SortedMap<String, Provision> provides(String version) {
        SortedMap<String, Provision> provides = new TreeMap<>();
        String usual = ParcelName.isVersion(version) ? version : "0";
        for (String line : section.lines("provides")) {
            try {
                Provision provision = Provision.parse(line, usual);
                if (provides.put(provision.name(), provision) != null) {
                    wrongProvision(provision.name() + " is provided twice; keep one of the two");
                }
            } catch (IllegalArgumentException e) {
                wrongProvision(String.valueOf(e.getMessage()));
            }
        }
        return provides;
    }

    private void wrongProvision(String why) {
        section.refused("provides", "parcel.provision-wrong", why);
    }

    SortedMap<String, Requirement> requires() {
        SortedMap<String, Requirement> requires = new TreeMap<>();
        for (String line : section.lines("requires")) {
            try {
                Requirement requirement = Requirement.parse(line);
                if (requires.put(requirement.binding(), requirement) != null) {
                    section.problem(
                            "requires",
                            "parcel.binding-twice",
                            "two requirements are called " + requirement.binding(),
                            "call one of them something else, by as BINDING");
                }
            } catch (IllegalArgumentException e) {
                section.refused(
                        "requires", "parcel.requirement-wrong", String.valueOf(e.getMessage()));
            }
        }
        return requires;
    }
}
