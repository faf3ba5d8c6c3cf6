package dev.cadastre.probe;

import java.util.regex.Pattern;

/** Addresses of repositories, as package managers print them. */
final class RepositoryAddress {

    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@ ]{1,300}@");

    private RepositoryAddress() {}

    /** Without the name and password that it may hold. */
    static String withoutCredentials(String address) {
        return CREDENTIALS.matcher(address).replaceFirst("//");
    }
}
