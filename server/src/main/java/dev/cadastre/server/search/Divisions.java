package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import dev.cadastre.query.Fields;
import dev.cadastre.query.Place;
import dev.cadastre.query.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads by what hosts are to be counted. */
final class Divisions {

    private static final Pattern FORM =
            Pattern.compile("(?<field>[^.:]+)(\\.(?<key>[^:]+))?(:(?<name>.+))?");

    private Divisions() {}

    /**
     * The division that is written so.
     *
     * @throws QueryRefused if there is none
     */
    static Division read(String text, Fields fields) {
        Matcher form = FORM.matcher(text.strip());
        Field field = form.matches() ? fields.find(form.group("field")) : null;
        if (field == null || field.keyed() == (form.group("key") == null)) {
            throw refused(text);
        }
        return new Division(field, form.group("key"), form.group("name"));
    }

    /** Hosts cannot be counted so. */
    static QueryRefused refused(String text) {
        int length = Math.max(1, text.codePointCount(0, text.length()));
        return new QueryRefused(
                text,
                java.util.List.of(
                        new Problem(
                                "query.not-countable",
                                new Place(1, length),
                                "hosts are not counted by this; count them by env, os, group,"
                                        + " kernel, pkg:NAME or fact.KEY",
                                null)));
    }
}
