package dev.cadastre.server.storage.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the tables are those that the program knows. Pure. */
final class SchemaFindings {

    private SchemaFindings() {}

    /**
     * @param known the newest version that the program has of each part
     * @param found the version that the tables of each part have
     */
    static List<Finding> of(Map<String, String> known, Map<String, String> found) {
        List<Finding> findings = new ArrayList<>();
        known.forEach((part, version) -> {
            String there = found.getOrDefault(part, "0");
            if (!there.equals(version)) {
                findings.add(
                        Finding.error(
                                FindingKind.SCHEMA_OTHER,
                                part,
                                "Its tables have version %s, and the program knows %s"
                                        .formatted(there, version)));
            }
        });
        return findings;
    }
}
