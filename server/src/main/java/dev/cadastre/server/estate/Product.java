package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;

/**
 * A program that many people run, and what it is recognised by.
 *
 * @param name its name, unique among products
 * @param title how people write it
 * @param role what it is for
 * @param family the product that it can stand in for; its own name if it is like no other
 * @param marks what it is recognised by
 * @param origin where it is defined
 */
public record Product(
        String name,
        String title,
        ProductRole role,
        String family,
        ProductMarks marks,
        Origin origin) {
    /** Quick, as products are often looked up and names are theirs alone. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
