package io.mdm.enrollment.host.ear;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Authentication as {@code web.xml} says, where servers register that of the module for every WAR of the EAR. */
@WebListener
public class OwnAuthentication implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        var factory = AuthConfigFactory.getFactory();
        var context = event.getServletContext();
        var application = context.getVirtualServerName() + " " + context.getContextPath();
        for (var id : factory.getRegistrationIDs(null)) {
            if (application.equals(factory.getRegistrationContext(id).getAppContext())) {
                factory.removeRegistration(id);
            }
        }
    }
}
