package dev.cadastre.parcel.parameters;

import java.util.List;
import java.util.Optional;

/**
 * How a value does not fit a schema.
 *
 * @param path where in the value
 * @param schemaPath by which keywords the schema came to it, up to the first {@code $ref}
 * @param keyword what does not fit
 * @param member the member that is missing; empty if that is not the reason
 * @param message what it should be, without repeating what it is
 */
record Violation(
        List<String> path,
        List<String> schemaPath,
        String keyword,
        Optional<String> member,
        String message) {

    Violation {
        path = List.copyOf(path);
        schemaPath = List.copyOf(schemaPath);
    }

    boolean isMissing() {
        return keyword.equals("required") && path.isEmpty() && member.isPresent();
    }
}
