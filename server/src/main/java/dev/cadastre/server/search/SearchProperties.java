package dev.cadastre.server.search;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How queries are answered.
 *
 * @param limit the longest that one may take
 */
@ConfigurationProperties("cadastre.search")
record SearchProperties(@DefaultValue("10s") Duration limit) {

    SearchProperties {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "[search] limit is how long a query may take, such as 10s, and this is "
                            + limit);
        }
    }
}
