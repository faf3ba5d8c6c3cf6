package dev.cadastre.server.monitoring.check;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How a check signs in.
 *
 * @param user of Basic; empty if the secret is a bearer token
 * @param secret its name
 */
record HttpCredentials(Optional<String> user, String secret) {

    HttpHeader header(Course course) throws CheckFailure {
        String value = course.secret(secret);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw CheckFailure.unknown(
                    "the secret " + secret + " has more than one line", "Make it one line.");
        }
        if (user.isEmpty()) {
            return new HttpHeader("Authorization", "Bearer " + value);
        }
        byte[] pair = (user.get() + ":" + value).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().encodeToString(pair);
        course.hide(encoded);
        return new HttpHeader("Authorization", "Basic " + encoded);
    }
}
