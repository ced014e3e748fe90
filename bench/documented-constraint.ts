/** What the documentation has one type for this upgrade. */
export const documentedConstraint = 'magento/magento-cloud-metapackage:>=2.4.8 <2.4.9'
