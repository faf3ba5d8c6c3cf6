package dev.cadastre.server.parcels.app;

import dev.cadastre.server.parcels.repository.ParcelUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The apps that have parcels, so that these are kept as long. */
@Component
class AppUse implements ParcelUse {

    private final AppLists lists;

    AppUse(AppLists lists) {
        this.lists = lists;
    }

    @Override
    public Map<String, List<User>> users(Collection<String> digests) {
        Map<String, List<User>> users = new HashMap<>();
        lists.users(digests)
                .forEach((digest, apps) ->
                        users.put(
                                digest,
                                apps.stream()
                                        .map(app -> new User(app.name(), app.environment()))
                                        .toList()));
        return users;
    }
}
