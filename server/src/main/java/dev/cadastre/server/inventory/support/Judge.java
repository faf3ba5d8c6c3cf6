package dev.cadastre.server.inventory.support;

import java.time.LocalDate;

/** Judges by the same facts for the same day. */
record Judge(SupportFacts facts, LocalDate today, int within) {

    SupportJudgement of(String product, String version) {
        return SupportJudgement.of(product, version, today, within, facts);
    }

    SupportJudgement of(SupportFact fact) {
        return SupportJudgement.of(fact, today, within);
    }
}
