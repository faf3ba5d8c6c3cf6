package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Requirement;
import java.util.List;

/** How requirements and versions are told to people, and no more of them than they read. */
final class Wording {

    private static final int LONGEST = 200;
    private static final int MOST = 8;

    private Wording() {}

    /** As somebody would write it, without a binding that has the name. */
    static String of(Requirement requirement) {
        String range = requirement.range().isEmpty() ? "" : " " + requirement.range();
        String binding =
                requirement.binding().equals(requirement.name())
                        ? ""
                        : " as " + requirement.binding();
        return requirement.name() + cut(range) + binding;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Versions or names with commas. */
    static String list(List<String> words) {
        String listed = String.join(", ", words.subList(0, Math.min(words.size(), MOST)));
        return words.size() <= MOST
                ? listed
                : "%s and %d more".formatted(listed, words.size() - MOST);
    }
}
