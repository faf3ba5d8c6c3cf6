package dev.cadastre.server.estate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a product is for. */
public enum ProductRole {
    DATABASE,
    CACHE,
    MESSAGE_BROKER,
    SEARCH,
    WEB_SERVER,
    LOAD_BALANCER,
    PROXY,
    APPLICATION_SERVER,
    TASK_QUEUE,
    /** Somebody's own program. */
    APPLICATION,
    /** Used by applications, and recognised by the packages of what they run on. */
    FRAMEWORK,
    /** Runs other programs, so that its process name alone does not tell what they are. */
    RUNTIME,
    MAIL,
    DNS,
    DIRECTORY,
    COORDINATION,
    CONTAINERS,
    STORAGE,
    MONITORING,
    LOGGING,
    AUTOMATION,
    SECURITY,
    NETWORK,
    TIME,
    REMOTE_ACCESS,
    PRINTING;

    /** As estate files write it: {@code message-broker}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProductRole> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findAny();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ProductRole::word).toList();
    }
}
