package dev.cadastre.server.estate;

import java.util.List;

/** Tells what is wrong with the query of a rule; implemented by the part that judges rules. */
@FunctionalInterface
public interface RuleQueryCheck {

    /** Takes every text, where there is nobody to ask or the text was checked before. */
    RuleQueryCheck NONE = text -> List.of();

    /** All that is wrong, in the order of the text; empty if it can be the query of a rule. */
    List<Fault> faults(String text);

    /**
     * Something wrong with a query.
     *
     * @param offset where in the text it begins, in UTF-16 units from 0
     * @param message what is wrong, and what to write instead
     */
    record Fault(int offset, String message) {}
}
