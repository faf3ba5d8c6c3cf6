package dev.cadastre.server.web.page.parcel;

import java.util.List;

/**
 * A page of a parcel's manual.
 *
 * @param name of the parcel
 * @param version of the parcel
 * @param pages all that there are, by their paths
 * @param path of this one
 * @param html made of what whoever made the parcel wrote; markup of theirs is text in it
 */
public record ManualPage(
        String name, String version, List<String> pages, String path, String html) {

    /** What people call a page. */
    public static String title(String path) {
        String bare = path.substring(0, path.length() - ".md".length());
        return bare.equals("index") ? "Contents" : bare.replace("/", " / ").replace('-', ' ');
    }
}
